/** From the journal to Kafka: how fast a backlog drains, how late an event is, what it costs those who write. */
package id.sigap.bench.relay;
