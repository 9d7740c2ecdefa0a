/** What a reporter sees of the case with the receipt in hand. */
package id.sigap.intake.tracking;
