/** Dead letters. */
package id.sigap.events.platform;
