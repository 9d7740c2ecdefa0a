/** A citizen's report: the form, where it stands, and its story. */
package id.sigap.intake.report;
