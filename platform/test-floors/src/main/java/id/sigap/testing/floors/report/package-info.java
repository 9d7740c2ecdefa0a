/** What {@code ./sigap test} says at its end: where the time went, what could not run, what failed, and whether any promise is gone. */
package id.sigap.testing.floors.report;
