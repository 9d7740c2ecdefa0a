/** How much of what costs us something an address may do within a while. */
package id.sigap.intake.pace;
