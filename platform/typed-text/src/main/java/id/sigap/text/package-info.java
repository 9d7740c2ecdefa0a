/** What people type and paste, read alike by all services: what of it is seen, what is one mark in many forms, what can't be kept. */
package id.sigap.text;
