/** What citizens said, from {@code sigap.reports}, and whose business it is here. */
package id.sigap.verification.reports;
