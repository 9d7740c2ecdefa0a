/** The vault, intake-service's officer API, read and written in the officer's own name: what citizens told stays there and only passes through. */
package id.sigap.verification.vault;
