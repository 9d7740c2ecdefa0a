/** The way to the operators: what they are asked is brought to them, what they answer is taken. */
package id.sigap.notifier;
