/** How each operator keeps its windows, counted over the requests of a period. */
package id.sigap.sla.scorecard;
