/** Evidence as an officer's browser can show it: made here from what was handed in, without what a camera wrote beside it. The original stays as it is. */
package id.sigap.intake.derivative;
