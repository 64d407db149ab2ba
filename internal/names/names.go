// Package names compares names of people, organisations and places, whatever
// their spelling, alphabet and order.
package names
