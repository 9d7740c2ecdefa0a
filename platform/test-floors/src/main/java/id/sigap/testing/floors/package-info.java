/**
 * The floors of the test house: {@link id.sigap.testing.floors.Floor} says what stands where, {@link id.sigap.testing.floors.RunRecorder}
 * writes down what a module's tests took, and {@link id.sigap.testing.floors.report.Main} sums a whole run up.
 */
package id.sigap.testing.floors;
