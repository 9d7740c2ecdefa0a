/** Looks after the deadlines, once a second: who is at risk, who missed the window. */
package id.sigap.sla.sweep;
