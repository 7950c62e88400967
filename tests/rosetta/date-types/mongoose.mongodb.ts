import mongoose from 'mongoose'

mongoose.model('Event', new mongoose.Schema({
  at: Date,
  day: { type: 'date', required: true },
  expires: { type: mongoose.Schema.Types.Date, expires: '1d' },
}, { timestamps: { createdAt: 'made', updatedAt: false } }))
