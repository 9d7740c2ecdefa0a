/**
 * What waits for officers and in which order: money lost first, then numbers with several reports, then the rest; the oldest first.
 */
package id.sigap.verification.queue;
