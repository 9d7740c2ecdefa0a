/** All five services at work: from a citizen's report to the operator's confirmation in time. */
package id.sigap.bench.pipeline;
