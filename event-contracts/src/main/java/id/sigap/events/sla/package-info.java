/** The window, kept or missed. */
package id.sigap.events.sla;
