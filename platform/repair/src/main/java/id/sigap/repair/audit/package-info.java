/**
 * Whether the journals still say what was said. The hash chain of each aggregate shows a change, a gap and a wrong order; it can't show
 * that its end is missing. Others know how far it went: pointers of what is still to be published, receivers, and Kafka.
 */
package id.sigap.repair.audit;
