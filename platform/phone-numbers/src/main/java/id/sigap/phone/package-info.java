/** Numbers as people type them, read once for all services. */
package id.sigap.phone;
