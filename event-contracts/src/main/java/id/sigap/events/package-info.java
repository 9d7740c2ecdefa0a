/** The words every event uses: ids, numbers, operators, topics, and how an event is written. */
package id.sigap.events;
