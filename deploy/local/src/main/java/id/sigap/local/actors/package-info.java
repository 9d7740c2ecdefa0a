/** Everybody who uses a running Sigap, each by their own public way in: for the demo, for the system tests. Knows no service from inside. */
package id.sigap.local.actors;
