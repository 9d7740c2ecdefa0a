/** A key per case, what is sealed with it, who has read it, and how it is made unreadable for ever. */
package id.sigap.intake.vault;
