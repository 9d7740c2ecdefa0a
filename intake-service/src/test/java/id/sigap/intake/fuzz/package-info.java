/** Every parser of a stranger's bytes, in the hands of a fuzzer ({@code .ci/fuzz}), and what that found, as a fast test. */
package id.sigap.intake.fuzz;
