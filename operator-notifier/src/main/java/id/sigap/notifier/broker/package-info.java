/** What is sent to Kafka directly, past the journal: operators' requests and watermarks. */
package id.sigap.notifier.broker;
