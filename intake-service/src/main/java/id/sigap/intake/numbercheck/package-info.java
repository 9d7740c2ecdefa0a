/** What anybody may know of a number: blocked, to be blocked, reported, or nothing; a public one is told as what it is. Never "safe". */
package id.sigap.intake.numbercheck;
