package names

// weights of the features, the constant first; for people and for all else. They
// were learned by logistic regression from the aliases in the European Union's
// consolidated sanctions lists (and slips of the pen put into them), with names of
// other people and bodies there that share a word. Signs that would make a less
// similar pair score higher were held at the weight that is nearest.
var weights = [2][featureCount + 1]float64{
	{2.46, 0.00, -1.00, -5.98, -0.35, 0.99, -1.37, 1.61, 0.00, 0.00, 0.00, -0.22, -0.71},
	{3.20, 0.00, -1.50, -4.62, -0.16, 0.42, 0.00, 0.00, -1.97, -1.50, -1.34, 0.00, 0.00},
}
