/**
 * Tickets: one per number. This package is the service's ears; the features are {@code directory} (who answers for a number),
 * {@code ticket} (the aggregate), {@code block} (asking operators to block) and {@code appeal} (asking them to undo it).
 */
package id.sigap.ticket;
