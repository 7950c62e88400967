import { DataSource } from 'typeorm'

import { Membership, Post, Seat, Tag } from './post'
import * as users from './user'

export const dataSource = new DataSource({
  type: 'postgres',
  entities: [...Object.values(users), Post, Tag, Seat, Membership],
})
