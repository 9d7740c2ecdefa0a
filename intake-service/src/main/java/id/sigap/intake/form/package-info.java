/** What people type, read field by field; whatever is wrong is told all at once. */
package id.sigap.intake.form;
