/** Deliveries to operators and their answers. */
package id.sigap.events.confirmation;
