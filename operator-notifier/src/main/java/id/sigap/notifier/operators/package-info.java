/** Where each operator is reached. */
package id.sigap.notifier.operators;
