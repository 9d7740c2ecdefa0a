/** {@code ./sigap faults}. */
package id.sigap.faults.cli;
