/** One clock per request to an operator. {@link id.sigap.sla.clock.Clock} holds every rule; facts reach it in any order. */
package id.sigap.sla.clock;
