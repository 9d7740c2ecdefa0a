/** Taking in reports, beside PostgreSQL's own benchmark running the same statements. */
package id.sigap.bench.intake;
