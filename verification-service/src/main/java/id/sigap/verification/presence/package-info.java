/** Who looks at which case now, whichever replica they are connected to: a row for each page that is open, and forgotten when the page falls silent. */
package id.sigap.verification.presence;
