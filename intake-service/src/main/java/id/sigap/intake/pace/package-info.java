/** How much of what costs us or others something an anonymous person may do within a while. */
package id.sigap.intake.pace;
