/** What anybody may know of a number: reported and blocked, reported, or nothing. Never "safe". */
package id.sigap.intake.numbercheck;
