package account

// StoriesFormat names the version of the JSON form of [Stories].
const StoriesFormat = "stemma-stories/1"

// Stories is a list of stories.
type Stories struct {
	Format  string    `json:"format"`
	Stories []Summary `json:"stories"`
	Stemma  Version   `json:"stemma"`
}

// A Summary is what a list of stories shows of one. Articles is their number.
type Summary struct {
	ID       string  `json:"id"`
	Title    *Span   `json:"title,omitempty"`
	From     string  `json:"from,omitempty"`
	To       string  `json:"to,omitempty"`
	Articles int     `json:"reports"`
	Outlets  int     `json:"outlets"`
	Origins  Origins `json:"origins"`
}
