/** A number's owner asks for the block to be lifted. */
package id.sigap.intake.appeal;
