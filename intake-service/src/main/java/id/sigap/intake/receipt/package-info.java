/** The receipt code: a reporter's only key to their case. Shown once, kept as a hash, guessed at slowly. */
package id.sigap.intake.receipt;
