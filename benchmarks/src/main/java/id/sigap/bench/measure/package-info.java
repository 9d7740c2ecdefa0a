/** How things are measured: closed and open loops, latencies without coordinated omission, medians, what processes cost. */
package id.sigap.bench.measure;
