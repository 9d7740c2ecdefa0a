/** A million deadlines and ten thousand of them at once, beside one SQL statement. */
package id.sigap.bench.deadlines;
