/** What a run found: rows with their limit, ratio and bar; as a table, as JSON. */
package id.sigap.bench.report;
