/** What reporters show: read once from the wire, hashed, sealed, checked; announced only when found clean. */
package id.sigap.intake.evidence;
