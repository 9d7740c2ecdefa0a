/** The front page. */
package id.sigap.intake.home;
