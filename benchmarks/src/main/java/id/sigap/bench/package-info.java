/** {@code ./sigap bench}: how fast it is, beside what the machine can do. */
package id.sigap.bench;
