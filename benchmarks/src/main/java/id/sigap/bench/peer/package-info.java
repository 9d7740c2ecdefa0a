/** Programs of others that tell what the machine gives: PostgreSQL's and Kafka's own benchmarks. */
package id.sigap.bench.peer;
