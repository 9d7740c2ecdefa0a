/**
 * How a service speaks and listens without losing a word: {@link id.sigap.reliable.Journal} to say what happened,
 * {@link id.sigap.reliable.EventBatch} to hear what others said, {@link id.sigap.reliable.ForeignBatch} for operators' records.
 */
package id.sigap.reliable;
