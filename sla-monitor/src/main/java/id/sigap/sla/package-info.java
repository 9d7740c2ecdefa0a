/** Holds each operator to its window: a clock per request, flagged when at risk and when missed, and a scorecard per operator. */
package id.sigap.sla;
