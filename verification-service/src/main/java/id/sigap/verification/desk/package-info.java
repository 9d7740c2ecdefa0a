/** The officers' pages, below {@code /desk}: the queue, a case, what is decided on it. They show and ask; every rule stays with the case. */
package id.sigap.verification.desk;
