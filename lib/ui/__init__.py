"""What the user meets: the frame, the shell around it and its links. Nothing else imports Streamlit."""
