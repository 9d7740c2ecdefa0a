/** All that can be read from outside of a stack, read once and kept as data. */
package id.sigap.faults.check.snapshot;
